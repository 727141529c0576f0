/** A percentage (0 to 100) as a ring with the number inside. */
export function Ring({ percent, label }: { readonly percent: number; readonly label: string }) {
  const circumference = 2 * Math.PI * 32;
  return (
    <svg className="ring" viewBox="0 0 76 76" width="76" height="76" role="img" aria-label={label}>
      <circle cx="38" cy="38" r="32" fill="none" stroke="var(--line)" strokeWidth="8" />
      <circle
        cx="38"
        cy="38"
        r="32"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="8"
        // Round ends would make a few percent look like more.
        strokeLinecap={percent < 5 ? 'butt' : 'round'}
        strokeDasharray={`${(circumference * percent) / 100} ${circumference}`}
        transform="rotate(-90 38 38)"
      />
      <text x="38" y="39" textAnchor="middle" dominantBaseline="central" fill="currentColor">
        {Math.round(percent)}
      </text>
    </svg>
  );
}

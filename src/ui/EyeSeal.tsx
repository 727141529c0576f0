/** The seal of the game: an eye in a vermilion ring. */
export function EyeSeal() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      <circle cx="13" cy="13" r="11.6" fill="none" stroke="var(--stamp)" strokeWidth="1.9" />
      <path
        d="M3.4 13c3.9-5.3 15.3-5.3 19.2 0-3.9 5.3-15.3 5.3-19.2 0z"
        fill="none"
        stroke="var(--stamp)"
        strokeWidth="1.5"
      />
      <circle cx="13" cy="13" r="3.4" fill="var(--stamp)" />
    </svg>
  );
}

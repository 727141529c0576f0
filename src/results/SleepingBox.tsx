/** A postbox asleep: nothing has come yet. It stands beside words, so it is hidden from screen readers. */
export function SleepingBox() {
  return (
    <svg className="sleeping-box" viewBox="0 0 160 120" aria-hidden="true" focusable="false">
      <path d="M20 108h120" className="box-line" />
      <path d="M74 78h12v30H74z" className="box-post" />
      <path d="M44 40q0-18 18-18h38q18 0 18 18v38H44z" className="box-body" />
      <path d="M62 22q18 0 18 18v38" className="box-line" />
      <path d="M52 52q5 5 10 0M66 52q5 5 10 0M60 62q4 3 8 0" className="box-face" />
      <path d="M118 52h10v-14h-8" className="box-flag" />
      <path d="M104 20l8-1-7 8 8-1M118 8l10-1-9 10 10-1" className="box-face" />
    </svg>
  );
}

interface NothingHereProps {
  /** What the page would show, if that is known. */
  readonly title?: string;
  readonly text: string;
  /** The way on. */
  readonly action: string;
  readonly onAction: () => void;
}

/** A page whose address leads to nothing: says so, and offers one way on. */
export function NothingHere({ title, text, action, onAction }: NothingHereProps) {
  return (
    <main className="sheet">
      {title !== undefined && <h1>{title}</h1>}
      <p role="alert">{text}</p>
      <div className="dialog-actions">
        <button type="button" className="button main" onClick={onAction}>
          {action}
        </button>
      </div>
    </main>
  );
}

interface DialogHeadProps {
  /** The id by which the dialog names itself after its title. */
  readonly id: string;
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
}

/** The title of a dialog, sheet or popover, and the button that closes it. */
export function DialogHead({ id, title, closeLabel, onClose }: DialogHeadProps) {
  return (
    <div className="dialog-head">
      <h2 id={id}>{title}</h2>
      <button type="button" className="button small" onClick={onClose}>
        {closeLabel}
      </button>
    </div>
  );
}

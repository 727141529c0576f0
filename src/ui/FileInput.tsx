interface FileInputProps {
  readonly id: string;
  /** Endings and media types, as in `accept` of HTML. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** Chooses one file. It is not seen: its label is the button. */
export function FileInput({ id, accept, onFile }: FileInputProps) {
  return (
    <input
      id={id}
      type="file"
      className="visually-hidden"
      accept={accept}
      onChange={({ target }) => {
        const file = target.files?.[0];
        if (file !== undefined) onFile(file);
        // So that the same file can be chosen again.
        target.value = '';
      }}
    />
  );
}

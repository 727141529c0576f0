interface SearchFieldProps {
  readonly value: string;
  /** In UTF-16 units. */
  readonly maxLength: number;
  readonly className?: string;
  /** Its accessible name and placeholder, where no label stands around it. */
  readonly name?: string;
  readonly onSearch: (query: string) => void;
}

/** A field for words to search by, in which no keyboard corrects or completes what is typed. */
export function SearchField({ value, maxLength, className, name, onSearch }: SearchFieldProps) {
  return (
    <input
      type="search"
      className={className}
      aria-label={name}
      placeholder={name}
      value={value}
      maxLength={maxLength}
      autoComplete="off"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="search"
      onChange={({ target }) => onSearch(target.value)}
    />
  );
}

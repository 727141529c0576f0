import { EyeSeal } from '../../ui/EyeSeal.tsx';

interface BrandProps {
  /** The address it leads to, if any. */
  readonly home?: string | undefined;
}

/** The name and its seal. */
export function Brand({ home }: BrandProps) {
  const name = (
    <>
      <EyeSeal />
      <span lang="ja">見極め</span>
      <small lang="en">Mikiwame</small>
    </>
  );
  if (home === undefined) {
    return (
      <div className="brand" translate="no">
        {name}
      </div>
    );
  }
  return (
    <a className="brand" translate="no" href={home}>
      {name}
    </a>
  );
}

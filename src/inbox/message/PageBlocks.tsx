import type { ReactNode } from 'react';
import type { CutLine } from '../../core/scenario/layout/blocks.ts';
import type { PageBlockKind } from '../../core/scenario/format/vocabulary.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Flaggable } from '../Flaggable.tsx';
import { LineView } from './LineView.tsx';
import { MockForm } from './MockForm.tsx';
import type { DrawPageBlock, LaidPageBlock } from './page-block-context.ts';
import { TryButton } from './TryButton.tsx';

interface PageBlockProps {
  readonly block: LaidPageBlock;
  /** The content of a drawn window. */
  readonly children?: ReactNode;
}

/** Draws a block that occurs on pages only; `inside` is the content of a window. */
export const drawPageBlock: DrawPageBlock = (block, inside) => <PageBlock block={block}>{inside}</PageBlock>;

/**
 * A block that occurs on pages only, as a browser would show it. Each text and picture can be flagged; no control
 * works.
 */
function PageBlock({ block, children }: PageBlockProps) {
  switch (block.kind) {
    case 'form':
      return <MockForm form={block} />;
    case 'captcha':
      return <Captcha block={block} />;
    case 'permissions':
      return <Permissions block={block} />;
    case 'code':
      return <DeviceCode block={block} />;
    case 'alarm':
      return <Alarm block={block} />;
    case 'download':
      return <Download block={block} />;
    case 'window':
      return <DrawnWindow block={block}>{children}</DrawnWindow>;
  }
}

interface OneKind<Kind extends PageBlockKind> {
  readonly block: Extract<LaidPageBlock, { kind: Kind }>;
}

function Captcha({ block }: OneKind<'captcha'>) {
  return (
    <div className="page-captcha">
      <p className="page-captcha-box">
        <Picture kind="captcha" region={block.region} />
        <span className="page-captcha-label">
          <LineView line={block.label} />
        </span>
      </p>
      {block.steps.length > 0 && (
        <ol className="list page-steps">
          <Items lines={block.steps} />
        </ol>
      )}
      <TryButton kind="captcha" />
    </div>
  );
}

function Permissions({ block }: OneKind<'permissions'>) {
  return (
    <div className="page-card">
      <div className="page-head">
        <Picture kind="permissions" region={block.region} />
        <div>
          <p className="page-name">
            <LineView line={block.app} />
          </p>
          <p className="soft">
            <LineView line={block.publisher} />
          </p>
        </div>
      </div>
      <ul className="page-permissions">
        <Items lines={block.items} />
      </ul>
      <Controls kind="permissions">
        <MockButton line={block.cancel} quiet />
        <MockButton line={block.allow} />
      </Controls>
    </div>
  );
}

function DeviceCode({ block }: OneKind<'code'>) {
  return (
    <div className="page-card page-code">
      <div className="page-head">
        <Picture kind="code" region={block.region} />
        <p>
          <LineView line={block.label} />
        </p>
      </div>
      <p className="page-code-digits">
        <LineView line={block.code} />
      </p>
      <Controls kind="code">
        <MockButton line={block.submit} />
      </Controls>
    </div>
  );
}

function Alarm({ block }: OneKind<'alarm'>) {
  return (
    <div className="page-alarm">
      <div className="page-head">
        <Picture kind="alarm" region={block.region} />
        <p className="page-name">
          <LineView line={block.title} />
        </p>
      </div>
      <p>
        <LineView line={block.text} />
      </p>
      <p className="page-phone">
        <LineView line={block.phone} />
      </p>
      <Controls kind="alarm">
        <MockButton line={block.call} />
      </Controls>
    </div>
  );
}

function Download({ block }: OneKind<'download'>) {
  return (
    <div className="page-card">
      <div className="page-head">
        <Picture kind="download" region={block.region} />
        <div>
          <p className="page-name">
            <LineView line={block.name} />
          </p>
          <p className="soft">
            <LineView line={block.size} />
          </p>
        </div>
      </div>
      <Controls kind="download">
        <MockButton line={block.save} />
      </Controls>
    </div>
  );
}

function DrawnWindow({ block, children }: OneKind<'window'> & { readonly children: ReactNode }) {
  return (
    <div className="page-window">
      <p className="page-window-head">
        <Picture kind="window" region={block.region} />
        <span>
          <LineView line={block.title} />
        </span>
      </p>
      <p className="page-window-address">
        <Icon name="lock" size={14} />
        <span>
          <LineView line={block.address} />
        </span>
      </p>
      <div className="page-window-page">{children}</div>
    </div>
  );
}

const icons = {
  captcha: 'box',
  permissions: 'apps',
  code: 'screen',
  alarm: 'alarm',
  download: 'download',
  window: 'window',
} as const satisfies Record<PageBlockKind, IconName>;

/** The part of a block that has no text. */
function Picture({ kind, region }: { readonly kind: PageBlockKind; readonly region: string }) {
  const { t } = useLanguage();
  return (
    <Flaggable region={region} ours>
      <span className={`page-picture ${kind}`}>
        <Icon name={icons[kind]} size={kind === 'window' ? 16 : 26} />
        <span className="visually-hidden">{t(`page.picture.${kind}`)}</span>
      </span>
    </Flaggable>
  );
}

function Items({ lines }: { readonly lines: readonly CutLine[] }) {
  return lines.map((line, index) => (
    <li key={index}>
      <LineView line={line} />
    </li>
  ));
}

interface ControlsProps {
  readonly kind: Exclude<PageBlockKind, 'window'>;
  readonly children: ReactNode;
}

function Controls({ kind, children }: ControlsProps) {
  return (
    <div className="mock-submit">
      {children}
      <TryButton kind={kind} />
    </div>
  );
}

function MockButton({ line, quiet = false }: { readonly line: CutLine; readonly quiet?: boolean }) {
  return (
    <span className={quiet ? 'mock-button quiet' : 'mock-button'}>
      <LineView line={line} />
    </span>
  );
}

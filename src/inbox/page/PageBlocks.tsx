import type { ReactNode } from 'react';
import type { PageBlock, PageBlockKind } from '../../core/scenario/layout/block-kinds.ts';
import { type CutLine, type LaidBlock, linesNamed } from '../../core/scenario/layout/blocks.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Flaggable } from '../Flaggable.tsx';
import { LineView } from '../message/LineView.tsx';
import { MockForm } from './MockForm.tsx';
import type { DrawPageBlock, FormBlock } from './page-block-context.ts';
import { TryButton } from './TryButton.tsx';

interface PageBlockProps {
  readonly block: FormBlock | PageBlock;
  readonly laid: LaidBlock;
  /** The content of a drawn window. */
  readonly children: ReactNode;
}

/** Draws a block that occurs on pages only; `inside` is the content of a window. */
export const drawPageBlock: DrawPageBlock = (block, laid, inside) => (
  <PageBlockView block={block} laid={laid}>
    {inside}
  </PageBlockView>
);

/**
 * A block that occurs on pages only, as a browser would show it. Each text and picture can be flagged; no control
 * works.
 */
function PageBlockView({ block, laid, children }: PageBlockProps) {
  switch (block.kind) {
    case 'form':
      return <MockForm block={block} laid={laid} />;
    case 'captcha':
      return <Captcha laid={laid} />;
    case 'permissions':
      return <Permissions laid={laid} />;
    case 'code':
      return <DeviceCode laid={laid} />;
    case 'alarm':
      return <Alarm laid={laid} />;
    case 'download':
      return <Download laid={laid} />;
    case 'window':
      return <DrawnWindow laid={laid}>{children}</DrawnWindow>;
  }
}

interface LaidProps {
  readonly laid: LaidBlock;
}

function Captcha({ laid }: LaidProps) {
  return (
    <div className="page-captcha">
      <p className="page-captcha-box">
        <Picture kind="captcha" laid={laid} />
        <span className="page-captcha-label">
          <Texts laid={laid} name="label" />
        </span>
      </p>
      {linesNamed(laid, 'steps').length > 0 && (
        <ol className="list page-steps">
          <Items lines={linesNamed(laid, 'steps')} />
        </ol>
      )}
      <TryButton kind="captcha" />
    </div>
  );
}

function Permissions({ laid }: LaidProps) {
  return (
    <div className="page-card">
      <div className="page-head">
        <Picture kind="permissions" laid={laid} />
        <div>
          <p className="page-name">
            <Texts laid={laid} name="app" />
          </p>
          <p className="soft">
            <Texts laid={laid} name="publisher" />
          </p>
        </div>
      </div>
      <ul className="page-permissions">
        <Items lines={linesNamed(laid, 'items')} />
      </ul>
      <Controls kind="permissions">
        <MockButton laid={laid} name="cancel" quiet />
        <MockButton laid={laid} name="allow" />
      </Controls>
    </div>
  );
}

function DeviceCode({ laid }: LaidProps) {
  return (
    <div className="page-card page-code">
      <div className="page-head">
        <Picture kind="code" laid={laid} />
        <p>
          <Texts laid={laid} name="label" />
        </p>
      </div>
      <p className="page-code-digits">
        <Texts laid={laid} name="code" />
      </p>
      <Controls kind="code">
        <MockButton laid={laid} name="submit" />
      </Controls>
    </div>
  );
}

function Alarm({ laid }: LaidProps) {
  return (
    <div className="page-alarm">
      <div className="page-head">
        <Picture kind="alarm" laid={laid} />
        <p className="page-name">
          <Texts laid={laid} name="title" />
        </p>
      </div>
      <p>
        <Texts laid={laid} name="text" />
      </p>
      <p className="page-phone">
        <Texts laid={laid} name="phone" />
      </p>
      <Controls kind="alarm">
        <MockButton laid={laid} name="call" />
      </Controls>
    </div>
  );
}

function Download({ laid }: LaidProps) {
  return (
    <div className="page-card">
      <div className="page-head">
        <Picture kind="download" laid={laid} />
        <div>
          <p className="page-name">
            <Texts laid={laid} name="name" />
          </p>
          <p className="soft">
            <Texts laid={laid} name="size" />
          </p>
        </div>
      </div>
      <Controls kind="download">
        <MockButton laid={laid} name="save" />
      </Controls>
    </div>
  );
}

function DrawnWindow({ laid, children }: LaidProps & { readonly children: ReactNode }) {
  return (
    <div className="page-window">
      <p className="page-window-head">
        <Picture kind="window" laid={laid} />
        <span>
          <Texts laid={laid} name="title" />
        </span>
      </p>
      <p className="page-window-address">
        <Icon name="tune" size={14} />
        <span>
          <Texts laid={laid} name="address" />
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
function Picture({ kind, laid }: LaidProps & { readonly kind: PageBlockKind }) {
  const { t } = useLanguage();
  return (
    <Flaggable region={laid.parts[0]?.key ?? ''} ours>
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

interface TextsProps extends LaidProps {
  /** The name of the text in the table of kinds. */
  readonly name: string;
}

function Texts({ laid, name }: TextsProps) {
  return linesNamed(laid, name).map((line, index) => <LineView key={index} line={line} />);
}

function MockButton({ quiet = false, ...text }: TextsProps & { readonly quiet?: boolean }) {
  return (
    <span className={quiet ? 'mock-button quiet' : 'mock-button'}>
      <Texts {...text} />
    </span>
  );
}

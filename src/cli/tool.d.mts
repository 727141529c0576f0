/** A program and its first arguments; `shell` where only a shell starts it. */
export interface Tool {
  readonly program: string;
  readonly first: readonly string[];
  readonly shell?: boolean;
}

export function tool(root: string, bin: string, packageName?: string): Tool;
export function npm(): Tool;

export declare const chromiumArguments: string[];
export declare function findChromium(): string | undefined;
export declare function needChromium(): string;
export declare function drawsAsKept(): boolean;

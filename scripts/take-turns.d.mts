export interface Turn {
  write(text: string): void;
  end(): void;
}

export function takeTurns(write: (text: string) => void): { begin(): Turn; flush(): void };

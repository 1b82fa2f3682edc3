// The shapes that pass between the protocol core and whoever carries them: a web server, or a test in memory. They hold
// text only, so that the core never sees a socket.

/** One HTTP request as it reached the server. Header names are lower case; `body` is the raw text. */
export interface RestRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** One HTTP answer. Header names are written as Kiwoom writes them. */
export interface RestResponse {
  readonly status: number;
  /** The words after the status; Kiwoom's rate limit says `null` (kiwoom-wire 2.6). Empty for the usual words. */
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What became of a request: answered, or its connection cut before or within the answer (fault injection only). */
export type RestOutcome =
  | { readonly type: 'answered'; readonly response: RestResponse }
  | { readonly type: 'cut' }
  | { readonly type: 'cut-within'; readonly response: RestResponse };

/** The outgoing half of one WebSocket. */
export interface SessionLink {
  send(text: string): void;
  close(code: number, reason: string): void;
  /** Sends the first half of a frame and breaks the connection; a carrier that has no halves leaves it out. */
  cutWithin?(text: string): void;
  /** Bytes handed over but not yet taken by the network; 0 where nothing can pile up. */
  bufferedBytes(): number;
}

/** The incoming half of one WebSocket. */
export interface SessionInput {
  receive(text: string): void;
  /** The other side went away. */
  closed(): void;
}

/** A JSON object as it stands in a request body. */
export type RequestFields = Readonly<Record<string, unknown>>;
/** A JSON object of an answer; member order is the guide's. */
export type AnswerFields = Record<string, unknown>;

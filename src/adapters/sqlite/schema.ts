// The tables of a ledger file. `records` is the ledger; `orders`, `fills` and `entries` are the same facts laid out for
// people's SQL, written in the same transaction. Triggers keep the past as it was, even from our own mistakes.

/** Marks a SQLite file as a hwangso ledger ("HWSO"). */
export const LEDGER_APPLICATION_ID = 0x4857534f;

/** One script a version: script `n` takes a file from version `n` to `n + 1`. Released scripts are never edited. */
export const MIGRATIONS: readonly string[] = [
  `
  create table records (
    seq integer primary key,
    at integer not null,
    trade_date text not null,
    type text not null,
    body text not null,
    digest text not null
  ) strict;
  create trigger records_never_change before update on records
    begin select raise(abort, 'records are never changed'); end;
  create trigger records_never_go before delete on records
    begin select raise(abort, 'records are never deleted'); end;

  create table tip (
    one integer primary key check (one = 1),
    records integer not null,
    digest text not null
  ) strict;
  insert into tip values (1, 0, '${'0'.repeat(64)}');

  create table orders (
    id text primary key,
    trade_date text not null,
    strategy text not null,
    symbol text not null,
    side text not null,
    quantity integer not null,
    pricing text not null,
    limit_price integer,
    time_in_force text not null,
    venue text not null,
    reason text not null,
    requested_at integer not null,
    broker_order_no text,
    status text not null,
    filled integer not null default 0,
    filled_amount integer not null default 0,
    commission integer not null default 0,
    tax integer not null default 0,
    refusal text,
    refusal_limit integer,
    refusal_actual integer,
    note text not null default '',
    changed_at integer not null
  ) strict, without rowid;
  create index orders_by_day on orders (trade_date, symbol);

  create table fills (
    seq integer primary key references records (seq),
    order_id text not null references orders (id),
    broker_order_no text not null,
    fill_no text not null,
    from_shares integer not null,
    to_shares integer not null,
    strategy text not null,
    symbol text not null,
    side text not null,
    quantity integer not null,
    amount integer not null,
    commission integer not null,
    tax integer not null,
    trade_date text not null,
    settles_on text not null,
    filled_at integer not null,
    unique (order_id, from_shares)
  ) strict;
  create unique index fills_once on fills (trade_date, broker_order_no, fill_no, from_shares)
    where broker_order_no <> '';
  create trigger fills_never_overlap before insert on fills
    when exists (
      select 1 from fills
      where order_id = new.order_id and from_shares < new.to_shares and to_shares > new.from_shares
    )
    begin select raise(abort, 'these shares of the order are booked already'); end;

  create table entries (
    seq integer not null references records (seq),
    line integer not null,
    trade_date text not null,
    account text not null,
    amount integer not null,
    symbol text,
    strategy text,
    shares integer not null,
    settles_on text,
    primary key (seq, line)
  ) strict, without rowid;

  create view positions as
    select symbol, sum(shares) as shares, sum(amount) as cost
    from entries where account = 'position' group by symbol having sum(shares) <> 0;
  create view daily_accounts as
    select trade_date, account, sum(amount) as amount from entries group by trade_date, account;

  create table commands (
    id integer primary key autoincrement,
    at integer not null,
    type text not null check (type in ('halt', 'resume', 'explain')),
    reason text not null,
    taken_at integer
  ) strict;
  create index commands_waiting on commands (id) where taken_at is null;
  `,
  // Orders by hand. A check of a column cannot be changed in place.
  `
  alter table commands rename to commands_1;
  drop index commands_waiting;
  create table commands (
    id integer primary key autoincrement,
    at integer not null,
    type text not null check (type in ('halt', 'resume', 'explain', 'place-order', 'cancel-order')),
    reason text not null,
    details text,
    taken_at integer
  ) strict;
  insert into commands (id, at, type, reason, taken_at) select id, at, type, reason, taken_at from commands_1;
  drop table commands_1;
  create index commands_waiting on commands (id) where taken_at is null;
  `,
];

export const SCHEMA_VERSION = MIGRATIONS.length;

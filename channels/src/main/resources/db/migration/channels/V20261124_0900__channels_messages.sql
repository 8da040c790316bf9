-- Every event that came in, once: (account, external_id) names it and nothing else decides.
create table channels_inbound (
    id            bigint generated always as identity primary key,
    account       text        not null,
    external_id   text        not null,
    event         text        not null check (event in ('MESSAGE', 'CHANGED', 'REPORT', 'ADDRESS')),
    received_at   timestamptz not null,
    happened_at   timestamptz not null,
    kind          text        not null,
    state         text        not null check (state in ('TAKEN', 'DONE', 'DEAD')),
    reason        text,
    conversation  bigint,
    turn          bigint,
    -- Personal, emptied by the retention job.
    address       text,
    language      text,
    body          text,
    choice        text,
    latitude      double precision,
    longitude     double precision,
    attachments   jsonb,
    -- The rendered answer, replayed byte for byte.
    answer_status smallint,
    answer_type   text,
    answer_body   bytea,
    unique (account, external_id)
);
create index channels_inbound_conversation on channels_inbound (conversation, turn) where conversation is not null;
create index channels_inbound_address on channels_inbound (account, address, turn);
create index channels_inbound_received on channels_inbound (received_at);

-- Everything that goes out, each row with a state that ends in a final one.
create table channels_outbound (
    id                 bigint generated always as identity primary key,
    account            text        not null,
    conversation       bigint      not null,
    turn               bigint      not null,
    part               integer     not null,
    author             text        not null check (author in ('BOT', 'AGENT', 'DESK')),
    language           text        not null,
    ticket             text,
    speaker            text,
    state              text        not null check (state in
        ('PENDING', 'SENDING', 'RETRY', 'SENT', 'DELIVERED', 'READ', 'FAILED', 'UNKNOWN')),
    reason             text,
    provider_id        text,
    attempts           integer     not null default 0,
    possible_duplicate boolean     not null default false,
    created_at         timestamptz not null,
    changed_at         timestamptz not null,
    due_at             timestamptz not null,
    first_failed_at    timestamptz,
    -- Personal, emptied by the retention job.
    address            text,
    blocks             jsonb
);
create index channels_outbound_conversation on channels_outbound (conversation, turn, part, id);
create index channels_outbound_open on channels_outbound (conversation, turn, part, id)
    where state in ('PENDING', 'SENDING', 'RETRY');
create index channels_outbound_attention on channels_outbound (changed_at desc, id)
    where state in ('PENDING', 'SENDING', 'RETRY', 'FAILED', 'UNKNOWN');
create index channels_outbound_provider on channels_outbound (account, provider_id) where provider_id is not null;
create index channels_outbound_address on channels_outbound (account, address, turn, part);
create index channels_outbound_created on channels_outbound (created_at);

-- One row per conversation that has something to send: what a worker claims. Whoever adds or takes messages of the
-- conversation locks it, so that one send is in flight at most.
create table channels_lane (
    conversation bigint primary key,
    due_at       timestamptz not null,
    lease_until  timestamptz,
    fence        bigint      not null default 0
);
create index channels_lane_due on channels_lane (due_at);

-- Delivery reports that came before the send returned: kept until the provider's id becomes known.
create table channels_early_report (
    account     text        not null,
    provider_id text        not null,
    status      text        not null,
    reason      text,
    received_at timestamptz not null,
    primary key (account, provider_id, status)
);

-- What an address does not want.
create table channels_address (
    account    text        not null,
    address    text        not null,
    blocked    boolean     not null default false,
    opted_out  boolean     not null default false,
    changed_at timestamptz not null,
    primary key (account, address)
);

-- How far the catch-up of a line has read its provider's list.
create table channels_catch_up (
    account   text primary key,
    caught_at timestamptz not null
);

-- Conversations in which a citizen goes on with a ticket that came from elsewhere, after a proof. They go with the
-- conversation; anonymous reports are never in here.
create table conversation_door (
    code         text        not null,
    conversation bigint      not null references conversation on delete cascade,
    opened_at    timestamptz not null,
    -- When the citizen last spoke of the ticket there: the latest is where answers go.
    spoken_at    timestamptz not null,
    primary key (code, conversation)
);
create index conversation_door_conversation on conversation_door (conversation);

-- Codes that open a door for ten minutes, once; deleted after a day.
create table conversation_code (
    id           bigint generated always as identity primary key,
    -- PROOF: proves a ticket in the conversation that asked for it. MOVE: lets a conversation go on where it is typed.
    purpose      text        not null check (purpose in ('PROOF', 'MOVE')),
    ticket       text,
    conversation bigint      not null references conversation on delete cascade,
    salt         bytea       not null,
    hash         bytea       not null,
    issued_at    timestamptz not null,
    tries        int         not null default 0,
    used_at      timestamptz,
    check ((purpose = 'PROOF') = (ticket is not null))
);
create index conversation_code_issued on conversation_code (issued_at);
create index conversation_code_conversation on conversation_code (conversation);

-- Codes to go on elsewhere that were typed wrong, by a hash of who typed them, and all together under '*'; deleted after
-- a day.
create table conversation_guess (
    who   text        primary key,
    since timestamptz not null,
    tries int         not null
);

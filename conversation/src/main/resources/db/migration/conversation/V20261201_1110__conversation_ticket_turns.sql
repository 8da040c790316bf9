-- The turns in which a ticket was told of, before it was there. No personal data; goes with the conversation.
create table conversation_ticket_turns (
    code         text   primary key,
    conversation bigint not null references conversation on delete cascade,
    first        bigint not null,
    last         bigint not null
);
create index conversation_ticket_turns_conversation on conversation_ticket_turns (conversation);

-- The files of anonymous reports: nothing leads from here to a conversation. Goes with the file, which its own rule deletes.
create table conversation_anonymous_file (
    code       text        not null,
    attachment text        not null,
    at         timestamptz not null,
    primary key (code, attachment)
);
create index conversation_anonymous_file_at on conversation_anonymous_file (at);

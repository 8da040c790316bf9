-- Which turn said what a ticket's history keeps as an event: the desk shows words once that stand in both.
-- No personal data: a ticket's code, and numbers.
create table conversation_ticket_event (
    conversation bigint not null references conversation on delete cascade,
    turn         bigint not null,
    code         text   not null,
    -- The version that the ticket has by this event.
    version      bigint not null,
    primary key (code, conversation, turn, version)
);

create index conversation_ticket_event_conversation on conversation_ticket_event (conversation);

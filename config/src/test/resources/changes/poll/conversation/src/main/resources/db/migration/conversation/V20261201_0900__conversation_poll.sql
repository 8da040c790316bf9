-- Votes in the poll: of a conversation, not of an address. Deleted with the poll, by the migration that ends it.
create table poll_vote (
    conversation bigint   primary key,
    choice       smallint not null
);

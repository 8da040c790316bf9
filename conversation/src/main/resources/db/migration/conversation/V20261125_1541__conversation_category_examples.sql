-- Reports that an agent or the citizen gave to another category than was suggested, to learn from. Masked, at most 300
-- characters; none that was told in confidence or without a name; deleted after 24 months.
create table conversation_category_example (
    -- One for each ticket: the last correction.
    ticket   text primary key,
    text     text not null check (char_length(text) <= 300),
    category text not null,
    source   text not null check (source in ('AGENT', 'CITIZEN')),
    created  date not null
);
create index conversation_category_example_created on conversation_category_example (created);

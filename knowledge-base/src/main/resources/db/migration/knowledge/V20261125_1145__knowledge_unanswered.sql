-- What the desk could not answer, without what names somebody. A row is deleted after 180 days.
create table unanswered_question (
    id       bigint generated always as identity primary key,
    question text        not null check (length(question) <= 500),
    language text        not null,
    kind     text        not null,
    why      text        not null check (why in ('UNKNOWN', 'AMBIGUOUS')),
    at       timestamptz not null
);

create index unanswered_question_at on unanswered_question (at);

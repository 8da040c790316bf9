-- Which article answered a question that the desk could not answer by itself, as an agent or the citizen picked it; without
-- what names somebody, counted by day. A row is deleted after 24 months.
create table picked_article (
    day      date    not null,
    slug     text    not null,
    language text    not null,
    kind     text    not null,
    picker   text    not null check (picker in ('AGENT', 'CITIZEN')),
    question text    not null check (length(question) <= 500),
    times    integer not null check (times > 0),
    primary key (day, slug, language, kind, picker, question)
);

create index unanswered_question_text on unanswered_question (question);

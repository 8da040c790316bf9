-- Files that lie at a provider until a worker fetched them; what they are called there is forgotten then.
alter table channels_attachment add column ref text;
alter table channels_attachment add column attempts integer not null default 0;
alter table channels_attachment add column due_at timestamptz;
create index channels_attachment_due on channels_attachment (due_at) where state = 'EXPECTED';

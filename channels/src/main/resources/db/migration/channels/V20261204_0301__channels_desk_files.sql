-- Files that the desk sends: what they are called, and the short address by which whoever has it opens one for some days.
alter table channels_attachment add column name text;
alter table channels_attachment add column link text;
alter table channels_attachment add column link_until timestamptz;
create unique index channels_attachment_link on channels_attachment (link);
-- A picture in small, for lists.
alter table channels_attachment add column preview bytea;

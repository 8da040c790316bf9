-- The revision of what is published: raised in the transaction of each change, followed by every node. One row, for ever; nobody's data.
-- The day is the last one on which review dates were looked at, by whichever node it was.
create table knowledge_revision (
    only_row  boolean primary key default true check (only_row),
    revision  bigint not null,
    looked_on date
);
insert into knowledge_revision (revision) values (1);

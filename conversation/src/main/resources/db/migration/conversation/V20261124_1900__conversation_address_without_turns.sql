-- With the counter in an index each turn would write to every index of the table; an address has few conversations.
drop index conversation_address;
create index conversation_address on conversation (account, address);
alter table conversation set (fillfactor = 70);

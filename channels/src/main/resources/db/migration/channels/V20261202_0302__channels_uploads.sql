-- How many files somebody brought lately is asked with every upload.
create index channels_attachment_owner on channels_attachment (account, address, created_at);

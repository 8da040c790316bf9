-- A lane comes and goes with what there is to send; its fence must never repeat.
create sequence channels_fence;

package id.pendopo.channels.web;

import id.pendopo.channels.Address;

/** The live streams of all open chats, wherever they are served from. */
interface Streams {

    /** Something new is committed for this citizen; every stream of theirs looks again. */
    void wake(Address citizen);

    /** Somebody at the desk is writing to this citizen; said to the streams that are open now, not kept. */
    void typing(Address citizen);
}

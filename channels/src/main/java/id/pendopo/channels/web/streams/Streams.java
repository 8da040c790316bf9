package id.pendopo.channels.web.streams;

import id.pendopo.channels.Address;

/**
 * The live streams of all open chats, wherever they are served from. They find out by themselves what is new; all that
 * must be said is what is kept nowhere.
 */
public interface Streams {

    /** Somebody at the desk is writing to this citizen; said to the streams that are open now. */
    void typing(Address citizen);
}

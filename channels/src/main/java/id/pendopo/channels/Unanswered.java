package id.pendopo.channels;

/** Whoever takes care of replies that did not reach their caller. */
interface Unanswered {

    /** The turn of this event is committed, but its response came too late. */
    void unanswered(String account, String externalId);
}

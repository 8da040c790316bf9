package id.pendopo.channels;

/** Whoever takes care of replies that did not reach their caller. */
interface Unanswered {

    /**
     * The caller did not get the response to this event: its replies go out by a worker, once however often this is
     * said.
     *
     * @return whether its turn is committed; if not, there is nothing to send yet
     */
    boolean unanswered(String account, String externalId);
}

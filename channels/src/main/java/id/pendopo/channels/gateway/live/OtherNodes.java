package id.pendopo.channels.gateway.live;

/** The broadcast to other nodes: the other nodes of a desk that runs on more than one. */
interface OtherNodes {

    /** Tells them to look again; never waits and never fails, since each of them also polls. */
    void tell(String topic);
}

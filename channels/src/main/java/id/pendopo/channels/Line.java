package id.pendopo.channels;

/** An account with the adapter that speaks for it. */
record Line(ChannelAccount account, ChannelAdapter adapter) {

    String name() {
        return account.name();
    }
}

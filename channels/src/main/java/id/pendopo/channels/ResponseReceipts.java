package id.pendopo.channels;

/** Tells which replies that went out in a response were handed to the provider. */
interface ResponseReceipts {

    /** Whether the response was handed over in which this reply went out. */
    boolean has(String account, OutboundMessage reply);
}

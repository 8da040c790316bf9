package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.OutboundMessage;

/** Tells which replies that went out in a response were handed to the provider. */
public interface ResponseReceipts {

    /** Whether the response was handed over in which this reply went out. */
    boolean has(String account, OutboundMessage reply);
}

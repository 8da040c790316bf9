package id.pendopo.channels.gateway.outbound;

/** Tells which replies that went out in a response were handed to the provider. */
public interface ResponseReceipts {

    /** Whether the response to this turn was handed over. */
    boolean has(String account, long conversation, long turn);

    /** Whether the response to a later turn of the conversation was. */
    boolean hasLater(String account, long conversation, long turn);
}

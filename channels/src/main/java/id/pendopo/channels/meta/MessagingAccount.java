package id.pendopo.channels.meta;

/** An account of the Messenger Platform: a page, or a professional account of Instagram. */
public interface MessagingAccount extends MetaAccount {

    /** What webhooks call it. */
    String ownId();

    /** Where messages are posted, below the version. */
    String path();
}

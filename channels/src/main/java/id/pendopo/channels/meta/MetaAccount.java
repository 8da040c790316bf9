package id.pendopo.channels.meta;

import id.pendopo.channels.AccountSettings;

/** An account of an app at Meta. */
public interface MetaAccount extends AccountSettings {

    /** Signs webhooks; shown at the app's basic settings. */
    String appSecret();

    /** What the Graph interface wants as bearer; a system user's does not expire. */
    String accessToken();

    /** Our own word, which Meta repeats when the address is registered. */
    String verifyToken();

    /** Such as {@code v23.0}. */
    String apiVersion();
}

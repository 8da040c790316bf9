package id.pendopo.channels.meta;

import id.pendopo.channels.AccountSettings;
import java.util.List;
import java.util.stream.Stream;

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

    /**
     * The properties that are not set.
     *
     * @param name of the property that says which of the app's accounts it is
     */
    default List<String> missing(String name, String value) {
        return Stream.of(
                        value.isBlank() ? name : "",
                        accessToken().isBlank() ? "access-token" : "",
                        appSecret().isBlank() ? "app-secret" : "",
                        verifyToken().isBlank() ? "verify-token" : "")
                .filter(missing -> !missing.isEmpty())
                .toList();
    }
}

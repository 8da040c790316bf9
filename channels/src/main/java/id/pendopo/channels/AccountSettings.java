package id.pendopo.channels;

import java.net.URI;
import java.util.List;

/** A channel account's settings: what one line needs to know, bound from the configuration to a record per kind. */
public interface AccountSettings {

    /** The provider's address, or another server of the same protocol. */
    URI apiBaseUrl();

    /** The names of the secrets that are missing, as they stand in the configuration; empty when the line may start. */
    List<String> missing();
}

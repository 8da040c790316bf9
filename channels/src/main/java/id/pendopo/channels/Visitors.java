package id.pendopo.channels;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The visitor lookup: knows the citizen in front of one of our own pages by the web chat that the same browser holds.
 */
public interface Visitors {

    /** The address of that chat; empty when this browser holds none, or another site's page sent the request. */
    Optional<Address> address(HttpServletRequest request);
}

package id.pendopo.config.security;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** More passwords wait to be hashed than would be done soon; trying again in some seconds helps. */
@ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
final class HashingBusy extends RuntimeException {

    HashingBusy() {
        super("too many passwords wait to be hashed");
    }
}

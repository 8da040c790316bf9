package id.pendopo.config.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The migration at start that tells the desk of keys which are older than scopes, and who supervises; a desk that knows them
 * all is only read.
 */
@Component
final class AccessMadeKnown implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(AccessMadeKnown.class);

    private final ApiKeys keys;
    private final People people;

    AccessMadeKnown(ApiKeys keys, People people) {
        this.keys = keys;
        this.people = people;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            keys.makeKnown();
            people.makeSupervisorsKnown();
        } catch (DataAccessException | TransactionException away) {
            log.warn(
                    "The desk could not be told how far API keys see and who supervises ({}): what an older version wrote holds until the next start",
                    away.getClass().getSimpleName());
        }
    }
}

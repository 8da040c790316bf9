package id.pendopo.config.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The migration at start that tells the desk of keys which are older than scopes; a desk that knows them all is only read. */
@Component
final class KeysMadeKnown implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(KeysMadeKnown.class);

    private final ApiKeys keys;

    KeysMadeKnown(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            keys.makeKnown();
        } catch (DataAccessException | TransactionException away) {
            log.warn(
                    "The desk could not be told how far API keys see ({}): keys drawn by an older version see nothing until the next start",
                    away.getClass().getSimpleName());
        }
    }
}

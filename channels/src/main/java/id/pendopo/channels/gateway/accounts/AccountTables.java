package id.pendopo.channels.gateway.accounts;

import id.pendopo.ui.ChangePoll;
import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention schedule of this package's table, and the poll by which every node follows it. */
@Configuration(proxyBeanMethods = false)
class AccountTables {

    @Bean
    KeptTables accountsKept() {
        return () -> List.of(Table.without("channels_account", "names no person"));
    }

    @Bean
    ChangePoll accountsPoll(AccountsFollower follower, @Value("${pendopo.workers:true}") boolean workers) {
        return new ChangePoll("channel accounts", follower::follow, workers);
    }
}

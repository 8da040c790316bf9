package id.pendopo.channels.web.sessions;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention job of chat sessions: once a day, on one node, what no token opens any more is forgotten. */
@Configuration(proxyBeanMethods = false)
class SessionCleaning {

    @Bean
    RecurringTask<Void> chatSessionsJob(ChatSessions sessions) {
        return Tasks.recurring("chat-sessions", FixedDelay.ofHours(24)).execute((_, _) -> sessions.forget());
    }
}

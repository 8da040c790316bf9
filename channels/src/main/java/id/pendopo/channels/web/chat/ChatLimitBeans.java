package id.pendopo.channels.web.chat;

import id.pendopo.channels.Limits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bean configuration of the web chat's adjustable limits. */
@Configuration(proxyBeanMethods = false)
class ChatLimitBeans {

    @Bean
    Limits.Adjustable chatBegun() {
        return limit(ChatLimits.BEGUN, 120);
    }

    @Bean
    Limits.Adjustable chatMessages() {
        return limit(ChatLimits.MESSAGES, 60);
    }

    @Bean
    Limits.Adjustable chatFiles() {
        return limit(ChatLimits.FILES, 10);
    }

    @Bean
    Limits.Adjustable chatFileMegabytes() {
        return limit(ChatLimits.FILE_MEGABYTES, 300);
    }

    private static Limits.Adjustable limit(String name, int standard) {
        return new Limits.Adjustable(name, "limits." + name, standard, 1, 100_000, false);
    }
}

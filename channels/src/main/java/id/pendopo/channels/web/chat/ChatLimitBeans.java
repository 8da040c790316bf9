package id.pendopo.channels.web.chat;

import id.pendopo.channels.AdjustableLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bean configuration of the web chat's adjustable limits. */
@Configuration(proxyBeanMethods = false)
class ChatLimitBeans {

    @Bean
    AdjustableLimit chatBegun() {
        return limit(ChatLimits.BEGUN, 120);
    }

    @Bean
    AdjustableLimit chatMessages() {
        return limit(ChatLimits.MESSAGES, 60);
    }

    @Bean
    AdjustableLimit chatFiles() {
        return limit(ChatLimits.FILES, 10);
    }

    @Bean
    AdjustableLimit chatFileMegabytes() {
        return limit(ChatLimits.FILE_MEGABYTES, 300);
    }

    private static AdjustableLimit limit(String name, int standard) {
        return new AdjustableLimit(name, "limits." + name, standard, 1, 100_000, false);
    }
}

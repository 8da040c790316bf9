package id.pendopo.channels.web.chat;

import id.pendopo.channels.web.sessions.ChatSessionResolver;
import id.pendopo.ui.MenuEntry;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Puts the chat into the web server: who may embed it, its widget's address, its place in the menu. */
@Configuration(proxyBeanMethods = false)
class WebChatConfiguration {

    private static final int AHEAD_OF_SECURITY = Ordered.HIGHEST_PRECEDENCE + 50;

    @Bean
    MenuEntry chatMenuEntry() {
        return new MenuEntry("/chat", "chat.menu", "", 10);
    }

    /** A browser's question whether it may ask carries no token, so it is answered before anybody wants one. */
    @Bean
    FilterRegistrationBean<CorsFilter> chatCorsFilter(ChatOrigins origins, ChatProblems problems, JsonMapper json) {
        CorsFilter filter = new CorsFilter(origins);
        filter.setCorsProcessor(new ChatCors(problems, json));
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/api/chat", "/api/chat/*", "/attachments/*");
        registration.setOrder(AHEAD_OF_SECURITY);
        return registration;
    }

    @Bean
    WebMvcConfigurer chatPages(ChatSessionResolver sessions) {
        return new WebMvcConfigurer() {
            @Override
            public void addViewControllers(ViewControllerRegistry registry) {
                registry.addViewController("/widget.js").setViewName("forward:/channels/widget.js");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(sessions);
            }
        };
    }
}

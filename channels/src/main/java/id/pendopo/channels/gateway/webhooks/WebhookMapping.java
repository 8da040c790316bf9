package id.pendopo.channels.gateway.webhooks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The handler mapping of webhooks. Finds the webhooks before all else: most requests are theirs, and are not compared
 * with the address of every page.
 */
@Configuration(proxyBeanMethods = false)
class WebhookMapping {

    @Bean
    RequestMappingHandlerMapping webhookHandlerMapping() {
        RequestMappingHandlerMapping webhooks = new RequestMappingHandlerMapping() {

            @Override
            protected boolean isHandler(Class<?> type) {
                return type == WebhookController.class;
            }
        };
        webhooks.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return webhooks;
    }
}

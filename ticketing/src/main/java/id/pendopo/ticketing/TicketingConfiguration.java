package id.pendopo.ticketing;

import id.pendopo.ui.MenuEntry;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ticket desk's Spring configuration: finds what lies below, and adds its pages to the layout's menu. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class TicketingConfiguration {

    @Bean
    MenuEntry reportEntry() {
        return new MenuEntry("/report", "ticketing.menu.report", "", 20);
    }

    @Bean
    MenuEntry trackEntry() {
        return new MenuEntry("/track", "ticketing.menu.track", "", 30);
    }

    @Bean
    MenuEntry deskEntry() {
        return new MenuEntry("/desk", "ticketing.menu.desk", "desk:read", 10);
    }

    @Bean
    MenuEntry confidentialEntry() {
        return new MenuEntry("/desk/confidential", "ticketing.menu.confidential", "desk:supervise", 58);
    }

    @Bean
    MenuEntry adminDeskEntry() {
        return new MenuEntry("/admin/desk", "ticketing.menu.admin", "admin", 60);
    }
}

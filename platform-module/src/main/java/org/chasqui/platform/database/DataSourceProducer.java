package org.chasqui.platform.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;

/**
 * Gives every bean the one data source. Made while the application starts, where the container knows the resource: a
 * bean that is first needed on a background thread would find none of its own.
 */
@ApplicationScoped
class DataSourceProducer {
    @Resource(lookup = "java:app/jdbc/chasqui")
    DataSource dataSource;

    @Produces
    DataSource dataSource() {
        return dataSource;
    }
}

// GatewayClient tests

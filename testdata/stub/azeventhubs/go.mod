module github.com/Azure/azure-sdk-for-go/sdk/messaging/azeventhubs/v2

go 1.26.0

/*
 * Copyright 2026 The Chokepoint Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { RegionName } from '../calendar/Region';

/** What is written down of a team. */
export interface TeamPlan {
  name: string;
  displayName: string;
  parent: string;
  project: string;
  region: RegionName;
}

/** What is written down of a service: its system, repository and owner. */
export interface ServicePlan {
  name: string;
  displayName: string;
  system: string;
  owner?: string;
  type?: 'website' | 'library';
  /** Where it shares a repository with others. */
  home?: { repository: string; path: string };
}

/** The company, its departments and what is between them and the teams. */
export const DEPARTMENTS = [
  { name: 'brindlewick', displayName: 'Brindlewick', parent: undefined },
  { name: 'shopping', displayName: 'Shopping', parent: 'brindlewick' },
  {
    name: 'shopping-experience',
    displayName: 'Shopping Experience',
    parent: 'shopping',
  },
  { name: 'fulfilment', displayName: 'Fulfilment', parent: 'brindlewick' },
  { name: 'technology', displayName: 'Technology', parent: 'brindlewick' },
] as const;

function team(
  name: string,
  displayName: string,
  parent: string,
  project: string,
  region: RegionName,
): TeamPlan {
  return { name, displayName, parent, project, region };
}

/** The twelve teams. */
export const TEAMS: readonly TeamPlan[] = [
  team('storefront', 'Storefront', 'shopping-experience', 'SHOP', 'germany'),
  team('discovery', 'Discovery', 'shopping-experience', 'FIND', 'portugal'),
  team('content', 'Content Studio', 'shopping-experience', 'CONT', 'portugal'),
  team('basket', 'Basket & Checkout', 'shopping', 'CART', 'germany'),
  team('accounts', 'Customer Accounts', 'shopping', 'ACC', 'germany'),
  team('warehouse', 'Warehouse', 'fulfilment', 'WARE', 'poland'),
  team('routing', 'Delivery Routing', 'fulfilment', 'ROUT', 'poland'),
  team('suppliers', 'Supplier Connect', 'fulfilment', 'SUPP', 'india'),
  team('stock', 'Stock & Pricing', 'fulfilment', 'STOCK', 'india'),
  team('payments', 'Payments', 'technology', 'PAY', 'newYork'),
  team('foundations', 'Foundations', 'technology', 'BASE', 'germany'),
  team('insight', 'Data & Insight', 'technology', 'DATA', 'newYork'),
];

/** The domains, and who answers for them. */
export const DOMAINS = [
  { name: 'shopping', displayName: 'Shopping', owner: 'shopping' },
  { name: 'fulfilment', displayName: 'Fulfilment', owner: 'fulfilment' },
  { name: 'technology', displayName: 'Technology', owner: 'technology' },
];

function system(
  name: string,
  displayName: string,
  domain: string,
  owner: string,
) {
  return { name, displayName, domain, owner };
}

/** The systems. */
export const SYSTEMS = [
  system('shop', 'Shop', 'shopping', 'storefront'),
  system('search', 'Search', 'shopping', 'discovery'),
  system('publishing', 'Publishing', 'shopping', 'content'),
  system('checkout', 'Checkout', 'shopping', 'basket'),
  system('customers', 'Customers', 'shopping', 'accounts'),
  system('warehousing', 'Warehousing', 'fulfilment', 'warehouse'),
  system('delivery', 'Delivery', 'fulfilment', 'routing'),
  system('supply', 'Supply', 'fulfilment', 'suppliers'),
  system('pricing', 'Pricing', 'fulfilment', 'stock'),
  system('money', 'Money', 'technology', 'payments'),
  system('core', 'Core', 'technology', 'foundations'),
  system('insight', 'Insight', 'technology', 'insight'),
];

function service(
  name: string,
  displayName: string,
  systemName: string,
  owner: string | undefined,
  more: Partial<ServicePlan> = {},
): ServicePlan {
  return { name, displayName, system: systemName, owner, ...more };
}

function inShopfront(path: string): ServicePlan['home'] {
  return { repository: 'shopfront', path };
}

/** The forty services. Five of them live in one repository; one is nobody's. */
export const SERVICES: readonly ServicePlan[] = [
  service('web-shop', 'Web Shop', 'shop', 'storefront', {
    type: 'website',
    home: inShopfront('apps/shop/'),
  }),
  service('shop-navigation', 'Shop Navigation', 'shop', 'storefront', {
    home: inShopfront('apps/navigation/'),
  }),
  service('campaign-pages', 'Campaign Pages', 'shop', 'storefront', {
    type: 'website',
    home: inShopfront('apps/campaigns/'),
  }),
  service('shop-widgets', 'Shop Widgets', 'shop', 'storefront', {
    type: 'library',
    home: inShopfront('packages/widgets/'),
  }),
  service('recipe-pages', 'Recipe Pages', 'publishing', 'content', {
    type: 'website',
    home: inShopfront('apps/recipes/'),
  }),
  service('product-search', 'Product Search', 'search', 'discovery'),
  service('recommendations', 'Recommendations', 'search', 'discovery'),
  service('search-indexer', 'Search Indexer', 'search', 'discovery'),
  service('content-desk', 'Content Desk', 'publishing', 'content'),
  service('image-resizer', 'Image Resizer', 'publishing', 'content'),
  service('basket-service', 'Basket Service', 'checkout', 'basket'),
  service('checkout-flow', 'Checkout Flow', 'checkout', 'basket', {
    type: 'website',
  }),
  service('voucher-service', 'Voucher Service', 'checkout', 'basket'),
  service('slot-booking', 'Slot Booking', 'checkout', 'basket'),
  service('customer-profile', 'Customer Profile', 'customers', 'accounts'),
  service('sign-in', 'Sign-in', 'customers', 'accounts'),
  service('loyalty-club', 'Loyalty Club', 'customers', 'accounts'),
  service('picking-app', 'Picking App', 'warehousing', 'warehouse'),
  service('warehouse-control', 'Warehouse Control', 'warehousing', 'warehouse'),
  service('packing-station', 'Packing Station', 'warehousing', 'warehouse'),
  service('label-printer', 'Label Printer', 'warehousing', undefined),
  service('route-planner', 'Route Planner', 'delivery', 'routing'),
  service('driver-app', 'Driver App', 'delivery', 'routing'),
  service('van-tracker', 'Van Tracker', 'delivery', 'routing'),
  service('slot-forecast', 'Slot Forecast', 'delivery', 'routing'),
  service('supplier-portal', 'Supplier Portal', 'supply', 'suppliers', {
    type: 'website',
  }),
  service('purchase-orders', 'Purchase Orders', 'supply', 'suppliers'),
  service('goods-inbound', 'Goods Inbound', 'supply', 'suppliers'),
  service('stock-ledger', 'Stock Ledger', 'pricing', 'stock'),
  service('price-engine', 'Price Engine', 'pricing', 'stock'),
  service('promotion-rules', 'Promotion Rules', 'pricing', 'stock'),
  service('payment-gateway', 'Payment Gateway', 'money', 'payments'),
  service('invoice-service', 'Invoice Service', 'money', 'payments'),
  service('refund-service', 'Refund Service', 'money', 'payments'),
  service('order-core', 'Order Core', 'core', 'foundations'),
  service('event-bus', 'Event Bus', 'core', 'foundations'),
  service('service-kit', 'Service Kit', 'core', 'foundations', {
    type: 'library',
  }),
  service('secrets-broker', 'Secrets Broker', 'core', 'foundations'),
  service('metrics-lake', 'Metrics Lake', 'insight', 'insight'),
  service('experiment-desk', 'Experiment Desk', 'insight', 'insight'),
];
